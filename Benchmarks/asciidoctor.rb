# How fast Asciidoctor reads the same files: MB/s of Asciidoctor.load and of Asciidoctor.convert.
require 'asciidoctor'

Asciidoctor::LoggerManager.logger = Asciidoctor::NullLogger.new
files = Dir["#{ARGV[0]}/**/*.{adoc,asciidoc}"].sort.each_slice(8).map(&:first)
sources = files.map { |file| File.read(file, encoding: 'UTF-8') }.select(&:valid_encoding?)
start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
sources.each { |source| Asciidoctor.load(source, safe: :secure) }
seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
puts format('Asciidoctor.load: %.2f MB/s (every eighth file)', sources.sum(&:bytesize) / 1e6 / seconds)
start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
sources.each { |source| Asciidoctor.convert(source, safe: :secure) }
seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
puts format('Asciidoctor.convert: %.2f MB/s (the same files)', sources.sum(&:bytesize) / 1e6 / seconds)
