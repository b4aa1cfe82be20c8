# How fast Asciidoctor parses the blocks of the same files: MB/s of Asciidoctor.load.
require 'asciidoctor'

Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new
files = Dir["#{ARGV[0]}/**/*.{adoc,asciidoc}"].sort.each_slice(8).map(&:first)
sources = files.map { |file| File.read(file, encoding: 'UTF-8') }.select(&:valid_encoding?)
start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
sources.each { |source| Asciidoctor.load(source, safe: :secure) }
seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
puts format('Asciidoctor.load: %.2f MB/s (every eighth file)', sources.sum(&:bytesize) / 1e6 / seconds)
