// Placeholder until the tests of the shell land; the package does not build without a file here.
import Testing
