extension Format {
  /// WAV, and its large forms RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088).
  package static let wav = riff(
    "wav", [FileType("audio/wav", ["wav", "wave", "bwf", "rf64", "bw64"], "WAV sound", "WAV音声")],
    [Opening("RIFF", form: "WAVE"), Opening("RF64"), Opening("BW64")],
    label: chunkLabel + "; beside RF64 and BW64 files")
}
