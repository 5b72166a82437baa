/// The names of this floor that other encodings use too: `JSON.Value` beside `CBOR.Value`.
package enum JSON {
  package typealias Value = BroadsealJSON.Value
  package typealias Object = BroadsealJSON.Object
  package typealias Reader = BroadsealJSON.Reader
  package typealias Writer = BroadsealJSON.Writer
  package typealias Composer = BroadsealJSON.Composer
  package typealias TextComposer = BroadsealJSON.TextComposer
  package typealias ValueComposer = BroadsealJSON.ValueComposer
}
