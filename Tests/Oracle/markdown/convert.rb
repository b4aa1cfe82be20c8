# encoding: utf-8
# Asciidoctor's HTML of files, for compare.py. Input (standard input): a path a line. Writes FOLDER/0.html, 1.html…
# Usage: convert.rb FOLDER
require 'asciidoctor'

Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new
# What Markdown's readers add by themselves, or have no place for.
ATTRIBUTES = %w[nofooter stylesheet! toc! webfonts! sectanchors! sectlinks!].to_h { |name| [name, ''] }

$stdin.each_line(chomp: true).with_index do |path, number|
  source = File.binread(path).force_encoding('UTF-8').scrub
  html = begin
    Asciidoctor.convert(source, safe: :secure, standalone: true, attributes: ATTRIBUTES)
  rescue StandardError => e
    "<p>#{e.class}</p>"
  end
  File.write("#{ARGV[0]}/#{number}.html", html)
end
