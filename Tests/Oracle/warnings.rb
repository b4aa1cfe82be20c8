# Converts every file named on standard input with Asciidoctor; prints each warning as `file: line: text`.
require_relative 'said'

$stdin.each_line(chomp: true) do |path|
  messages = Said.of(path) { |problem| puts "#{path}: 0: fails: #{problem.message}" }
  (messages || []).each do |message|
    next if %i[DEBUG INFO].include? message.severity

    puts "#{path}: #{message.line}: #{message.text}"
  end
end
