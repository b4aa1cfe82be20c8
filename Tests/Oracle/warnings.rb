# Converts every file named on standard input with Asciidoctor; prints each warning as `file: line: text`.
require 'asciidoctor'

$stdin.each_line(chomp: true) do |path|
  logger = Asciidoctor::MemoryLogger.new
  Asciidoctor::LoggerManager.logger = logger
  begin
    # Slides name a backend of their own.
    Asciidoctor.convert(File.read(path, encoding: 'UTF-8'), safe: :safe, base_dir: File.dirname(path), backend: 'html5')
  rescue StandardError, NotImplementedError => problem
    puts "#{path}: 0: fails: #{problem.message}"
  end
  logger.messages.each do |entry|
    message = entry[:message]
    text, line = message.is_a?(Hash) ? [message[:text], message[:source_location]&.lineno] : [message, nil]
    puts "#{path}: #{line}: #{text}"
  end
end
