/// The program's release, as `--version`, SARIF logs and the manual page name it.
package enum Release {
    package static let version = "0.1.0"
}
