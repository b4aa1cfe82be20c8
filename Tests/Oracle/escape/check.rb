# encoding: utf-8
# Asks Asciidoctor whether escaped texts render as they were typed. One process for any number of texts.
#
# Input (standard input), one text a line: context, mode, typed, escaped, separated by tabs; in the texts, line ends are
# written \n, tabs \t, backslashes \\. Output: the texts that render otherwise, and a summary; exit status 1 if any.
require 'asciidoctor'
require 'cgi'

HEADER = "= T\n:icons: font\n:experimental:\n:lb: pass:[<br> +]\n:sb: pass:[<br>]\n:imagesdir: ./images\n\n"
Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new

def load(source) = Asciidoctor.load(HEADER + source, safe: :safe)

# The text that a reader of the page sees, gaps made equal.
def visible(html)
  text = html.gsub(%r{<br/?>\n?}, "\n").gsub(/<[^>]+>/, '')
  CGI.unescapeHTML(text.gsub('&nbsp;', "\u00a0")).gsub(/[ \u2009\t\n\f\v\r]+/, ' ').strip
end

# What blocks there are, one inside of another.
def shape(node)
  case node.context
  when :ulist, :olist, :colist then "#{node.context}(#{node.items.map { |item| 'item' + inside(item) }.join(',')})"
  when :dlist then "dlist(#{node.items.size})"
  when :section then "section#{node.level}#{inside(node)}"
  when :table then "table(#{node.rows.body.map(&:size).join(',')})"
  else "#{node.context}#{'{title}' if node.title?}#{inside(node)}"
  end
end

def inside(node) = node.blocks.empty? ? '' : "(#{node.blocks.map { |block| shape(block) }.join(',')})"

def cells(document, row) = document.blocks[0].rows.body[row]

# Per context: the page that the text is put into, its shape, and what of it the text became.
Context = Struct.new(:page, :shape, :rendered)
CONTEXTS = {
  'paragraph' => [Context.new(
    ->(t) { "before\n\n#{t}\n\nafter\n" }, 'paragraph,paragraph,paragraph', ->(d) { d.blocks[1].content })],
  'paragraphContinuation' => [Context.new(
    ->(t) { "lead\n#{t}\n\nafter\n" }, 'paragraph,paragraph', ->(d) { d.blocks[0].content.sub(/\Alead\n/, '') })],
  'listItem' => ['*', '-', '**', '.', '1.'].map { |marker| Context.new(
    ->(t) { "#{marker} #{t}\n#{marker} next\n" }, (marker =~ /[.]/ ? 'olist' : 'ulist') + '(item,item)',
    ->(d) { d.blocks[0].items[0].text }) },
  'listItemContinuation' => [
    Context.new(->(t) { "* lead +\n#{t}\n* next\n" }, 'ulist(item,item)',
      ->(d) { d.blocks[0].items[0].text.sub(%r{\Alead<br>\n}, '') }),
    Context.new(->(t) { "* lead\n    ** sub +\n#{t.gsub(/^/, '    ')}\n* next\n" }, 'ulist(item(ulist(item)),item)',
      ->(d) { d.blocks[0].items[0].blocks[0].items[0].text.sub(%r{\Asub<br>\n}, '') })],
  'sectionTitle' => ['==', '==='].map { |sign| Context.new(
    ->(t) { "#{'== A' + "\n\n" if sign == '==='}#{sign} #{t}\n\nafter\n" },
    sign == '==' ? 'section1(paragraph)' : 'section1(section2(paragraph))',
    ->(d) { (sign == '==' ? d.blocks[0] : d.blocks[0].blocks[0]).title }) },
  'blockTitle' => [Context.new(
    ->(t) { "before\n\n.#{t}\n----\nx\n----\n\nafter\n" }, 'paragraph,listing{title},paragraph',
    ->(d) { d.blocks[1].title })],
  'tableCell' => [
    Context.new(->(t) { "[cols=2]\n|===\n|#{t}\n|next\n\n|next\n|#{t}\n|===\n" }, 'table(2,2)',
      ->(d) { cells(d, 1)[1].text }),
    Context.new(->(t) { "[cols=2]\n|===\n|#{t}|next\n|next|#{t}\n|===\n" }, 'table(2,2)',
      ->(d) { cells(d, 0)[0].text })],
}.freeze

# A typed ` +` at the end is text; and a marker that had to be defused is no emphasis.
def as_text(typed, escaped)
  typed.split("\n", -1).zip(escaped.split("\n", -1)).map do |line, written|
    line = line.sub(/[\0\s]+\z/, '').sub(/ \+\z/, ' {plus}')
    next "{empty} #{line}" if written.to_s.start_with?('{empty} --')
    written.to_s.start_with?('{empty}') && line =~ /\A[ \t]*(\*+[\p{Blank}]|`{3}|([*_])\2{2,}[\0\s]*\z)/ ? "{empty}#{line}" : line
  end.join("\n")
end

def expected(context, mode, typed, escaped)
  return typed if mode == 'literal'
  subs = %w[sectionTitle blockTitle].include?(context) ? :apply_title_subs : :apply_subs
  load('').send(subs, as_text(typed, escaped).strip)
end

def same?(mode, rendered, expected) = visible(rendered) == (mode == 'literal' ? plain(expected) : visible(expected))
def plain(text) = text.gsub(/[ \t\n\f\v\r]+/, ' ').strip

# A heading whose markup refers to the heading's own anchor is shown within itself: no text was typed for that.
def refers_to_itself?(context, typed)
  anchor = context == 'sectionTitle' && typed[/ \[\[([[:alpha:]_:][\w\-:.]*)[^\]]*\]\]\s*\z/, 1]
  anchor && (typed.include?("<<#{anchor}") || typed.include?("xref:#{anchor}["))
end

# nil, or what is wrong.
def fault(context, mode, typed, escaped)
  return verbatim_fault(typed, escaped) if context == 'verbatim'
  return value_fault(mode, typed, escaped) if context == 'attributeValue'
  wanted = expected(context, mode, typed, escaped)
  CONTEXTS.fetch(context).each do |case_|
    document = load(case_.page.(escaped))
    found = document.blocks.map { |block| shape(block) }.join(',')
    return "shape #{found}" unless found == case_.shape
    next if mode != 'literal' && refers_to_itself?(context, typed)
    rendered = case_.rendered.(document)
    return "renders #{visible(rendered).inspect}, not #{wanted.inspect}" unless same?(mode, rendered, wanted)
  end
  nil
end

def verbatim_fault(typed, escaped)
  fence = '-' * 4
  fence += '-' while escaped.split("\n").any? { |line| line.rstrip == fence }
  document = load(".Abstract\n#{fence}\n#{escaped}\n#{fence}\n\nafter\n")
  found = document.blocks.map { |block| shape(block) }.join(',')
  return "shape #{found}" unless found == 'listing{title},paragraph'
  lines = typed.split("\n", -1).map { |line| line.sub(/[\0\s]+\z/, '') }
  lines.shift while lines.first == ''
  lines.pop while lines.last == ''
  rendered = CGI.unescapeHTML(document.blocks[0].content.gsub(/<[^>]+>/, ''))
  rendered == lines.join("\n") ? nil : "renders #{rendered.inspect}"
end

def value_fault(mode, typed, escaped)
  document = Asciidoctor.load(HEADER.chomp + ":text-x: #{escaped}\n\na {text-x} z\n\n== {text-x} .\n", safe: :safe)
  found = document.blocks.map { |block| shape(block) }.join(',')
  return "shape #{found}" unless found == 'preamble(paragraph),section1'
  return value_written(document, typed) unless mode == 'literal'
  [document.blocks[0].blocks[0].content[2..-3], document.blocks[1].title.sub(/ \.\z/, '')].each do |rendered|
    return "renders #{visible(rendered).inspect}" unless visible(rendered) == plain(typed)
  end
  nil
end

# References in a value are the writer's own; the attribute must hold what they stand for.
def value_written(document, typed)
  return if typed.start_with? 'pass:'
  wanted = visible(load('').apply_header_subs(typed.strip))
  found = visible(document.attr('text-x').to_s)
  found == wanted ? nil : "holds #{found.inspect}, not #{wanted.inspect}"
end

def unquoted(text) = text.gsub(/\\(.)/) { { 'n' => "\n", 't' => "\t" }.fetch($1, $1) }

count = 0
bad = 0
by_context = Hash.new(0)
$stdin.set_encoding('UTF-8')
$stdin.each_line(chomp: true) do |line|
  context, mode, typed, escaped = line.split("\t", -1).map { |field| unquoted(field) }
  count += 1
  fault = begin
    fault(context, mode, typed, escaped)
  rescue StandardError => e
    "#{e.class}: #{e.message}"
  end
  next unless fault
  bad += 1
  by_context["#{context} #{mode}"] += 1
  puts "#{context} #{mode}: typed #{typed.inspect}, escaped #{escaped.inspect}: #{fault}" if bad <= (ARGV[0] || 40).to_i
end
puts "#{count} texts, #{bad} render otherwise than typed #{by_context.to_a.map { |k, v| "#{k}: #{v}" }.join(', ')}"
exit(bad.zero? ? 0 : 1)
