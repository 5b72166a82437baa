/// The names of this floor that other encodings use too: `CBOR.Value` beside `JSON.Value`.
package enum CBOR {
  package typealias Value = BroadsealCBOR.Value
  package typealias Map = BroadsealCBOR.Map
  package typealias Encoder = BroadsealCBOR.Encoder
  package typealias Decoder = BroadsealCBOR.Decoder
}
