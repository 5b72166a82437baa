/// The names of this floor that other floors use too.
package enum JUMBF {
  package typealias URI = BroadsealJUMBF.URI
  package typealias Writer = BroadsealJUMBF.Writer
}
