# Prints the blocks that Asciidoctor finds, one a line, for every file whose path stands on standard input. Only the
# parser runs; includes stay links, as in Asciidoctor's secure mode.
require 'asciidoctor'
require 'json'

class BlockDump
  def initialize(out) = @out = out

  def file(path)
    @out.puts "### #{path}"
    logger = Asciidoctor::MemoryLogger.new
    Asciidoctor::LoggerManager.logger = logger
    document = Asciidoctor.load(File.binread(path).force_encoding('UTF-8'), sourcemap: true, safe: :secure)
    title = document.header&.instance_variable_get(:@title)
    line 0, 'document', nil, title ? 0 : nil, title, nil
    children document, 1
  rescue StandardError, SystemStackError => e
    @out.puts "!!! #{e.class}"
  end

  private

  def line(depth, context, style, level, title, node, *more)
    # A callout list is located at its last item.
    place = node&.context == :colist ? node.items.first : node
    number = place&.source_location&.lineno
    @out.puts ('  ' * depth) + [context, style || '-', level || '-', number || '-', title.to_json, *more].join(' ')
  end

  def children(node, depth)
    node.blocks.each { |child| block child, depth }
  end

  def block(node, depth)
    return children(node, depth) if node.context == :preamble
    return term_list(node, depth) if node.context == :dlist
    title = node.instance_variable_get(:@title)
    level = %i[section floating_title].include?(node.context) ? node.level : nil
    more = details(node)
    style = node.style
    style = nil if node.context == :section || style == node.context.to_s
    line depth, node.context, style, level, title, node, *more
    return if node.context == :table
    node.context == :colist || node.context == :ulist || node.context == :olist ? items(node, depth + 1) : children(node, depth + 1)
  end

  def details(node)
    case node.context
    when :table then [node.columns.size, node.rows.head.size, node.rows.body.size, node.rows.foot.size].map(&:to_s)
    when :image, :video, :audio then [node.attr('target').to_json]
    when :admonition then [node.attr('name')].concat(node.content_model == :simple ? [node.lines.join("\n").to_json] : [])
    else %i[simple verbatim raw].include?(node.content_model) && node.respond_to?(:lines) ? [node.lines.join("\n").to_json] : []
    end
  end

  def items(list, depth)
    list.items.each do |item|
      line depth, 'item', nil, nil, nil, item, item.marker, text(item).to_json
      children item, depth + 1
    end
  end

  def term_list(list, depth)
    line depth, 'dlist', list.style, nil, list.instance_variable_get(:@title), list
    list.items.each do |terms, item|
      terms.each { |term| line depth + 1, 'term', nil, nil, nil, term, text(term).to_json }
      next unless item
      line depth + 1, 'item', nil, nil, nil, item, text(item).to_json
      children item, depth + 2
    end
  end

  def text(item) = item.instance_variable_get(:@text)
end

dump = BlockDump.new($stdout)
$stdin.each_line(chomp: true) { |path| dump.file path }
