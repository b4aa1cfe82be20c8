# encoding: utf-8
# Says which macros, references and hard breaks Asciidoctor reads in texts: one text a line in (line ends written \n,
# backslashes \\), one line out: `kind target` of each, sorted, with U+0001 between them.
require 'asciidoctor'
Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new

# Collects what is converted; leaves what HTML would leave, as far as later substitutions can tell.
class CollectingConverter < Asciidoctor::Converter::Base
  attr_reader :found

  KINDS = { link: 'link', xref: 'crossReference', ref: 'anchor', bibref: 'anchor' }.freeze

  def convert(node, _transform = nil, _options = {})
    (@found ||= []) << describe(node) if describe(node)
    node.node_name == 'inline_quoted' ? "<b>#{node.text}</b>" : "<a>#{node.text}</a>"
  end

  def describe(node)
    case node.node_name
    when 'inline_anchor'
      target = node.type == :xref ? node.attr('refid') : node.type == :link ? node.target : node.id
      "#{KINDS[node.type]} #{target}"
    when 'inline_image' then "#{node.type} #{node.target}"
    when 'inline_footnote' then 'footnote'
    when 'inline_break' then 'lineBreak'
    when 'inline_indexterm' then node.type == :visible ? 'indexTerm' : 'hiddenIndexTerm'
    end
  end
end

$stdin.set_encoding('UTF-8')
$stdin.each_line(chomp: true) do |line|
  text = line.gsub(/\\(.)/) { $1 == 'n' ? "\n" : $1 }
  document = Asciidoctor.load('', safe: :safe)
  document.instance_variable_set(:@converter, converter = CollectingConverter.new('html5'))
  document.apply_subs(text)
  found = (converter.found || []).map { |it| it.gsub('&lt;', '<').gsub('&gt;', '>').gsub('&amp;', '&') }
  puts found.sort.join("\u{1}").gsub("\n", ' ')
end
