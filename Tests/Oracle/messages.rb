# Converts every file named on standard input with Asciidoctor, includes and all; prints what it says of that file itself:
# path, line (0 where it gives none), severity, text, with tabs between.
require_relative 'said'

$VERBOSE = true
$stdin.each_line(chomp: true) do |path|
  (Said.of(path) || []).each do |message|
    next if message.file && File.expand_path(message.file) != File.expand_path(path)

    puts [path, message.line || 0, message.severity, message.text].join("\t")
  end
end
