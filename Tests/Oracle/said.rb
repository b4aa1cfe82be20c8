# What Asciidoctor says of a file that it converts, whatever backend the file names and wherever its includes lie.
require 'asciidoctor'

module Said
  Message = Struct.new(:severity, :text, :file, :line)

  # The messages about the file and what it includes; nil where Asciidoctor refuses it, with the reason to the block.
  def self.of(path)
    logger = Asciidoctor::MemoryLogger.new
    logger.level = 0
    Asciidoctor::LoggerManager.logger = logger
    begin
      # Slides name a backend of their own, for which no converter need be installed. Files include `../shared.adoc`, which
      # a safer mode refuses.
      Asciidoctor.convert_file(path, safe: :unsafe, backend: 'html5', to_file: false, sourcemap: true)
    rescue StandardError, ScriptError, SystemStackError => problem
      yield problem if block_given?
      return nil
    end
    logger.messages.map do |entry|
      message = entry[:message]
      text, place = message.is_a?(Hash) ? [message[:text], message[:source_location]] : [message, nil]
      Message.new(entry[:severity], text.lines.first.to_s.chomp, place&.file, place&.lineno)
    end
  end
end
