# Converts every file named on standard input with Asciidoctor, includes and all; prints what it says of that file itself:
# path, line (0 where it gives none), severity, text, with tabs between.
require 'asciidoctor'

$VERBOSE = true
$stdin.each_line(chomp: true) do |path|
  logger = Asciidoctor::MemoryLogger.new
  logger.level = 0
  Asciidoctor::LoggerManager.logger = logger
  begin
    Asciidoctor.convert_file(path, safe: :safe, to_file: false, sourcemap: true)
  rescue StandardError
    # A file that is not UTF-8 is refused.
    next
  end
  logger.messages.each do |entry|
    message = entry[:message]
    text, place = message.is_a?(Hash) ? [message[:text], message[:source_location]] : [message, nil]
    next if place&.file && File.expand_path(place.file) != File.expand_path(path)

    puts [path, place&.lineno || 0, entry[:severity], text.lines.first&.chomp].join("\t")
  end
end
