# encoding: utf-8
# Says how Asciidoctor reads the formatting of texts: one text a line in (line ends written \n, backslashes \\), one
# dump a line out, with marks: U+0001 kind U+0004 number U+0003 before what is formatted, U+0002 kind U+0004 number
# U+0003 after it. The number says which marks belong together.
require 'asciidoctor'
Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new

# Writes marks that the later substitutions take for neither words nor spaces.
class MarkConverter < Asciidoctor::Converter::Base
  KINDS = { double: 'doubleQuoted', single: 'singleQuoted', monospaced: 'monospace' }.freeze
  def convert(node, _transform = nil, _options = {})
    return node.text.to_s unless node.node_name == 'inline_quoted'
    kind = KINDS[node.type] || node.type
    mark = "#{kind}\u{4}#{@count = (@count || 0) + 1}\u{3}"
    "\u{1}#{mark}#{node.text}\u{2}#{mark}"
  end
end

$stdin.set_encoding('UTF-8')
$stdin.each_line(chomp: true) do |line|
  text = line.gsub(/\\(.)/) { $1 == 'n' ? "\n" : $1 }
  document = Asciidoctor.load('', safe: :safe)
  document.instance_variable_set(:@converter, MarkConverter.new('html5'))
  html = document.apply_subs(document.send(:extract_passthroughs, text), [:specialcharacters, :quotes])
  html = document.send(:restore_passthroughs, html)
  puts html.gsub('&lt;', '<').gsub('&gt;', '>').gsub('&amp;', '&').gsub("\n", '\n')
end
