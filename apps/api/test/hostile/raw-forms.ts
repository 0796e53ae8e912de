/** A word as it may stand in a file in other clothes: in UTF-16, in base64 wherever it begins, in hexadecimal. */
export function otherFormsOf(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)])
    // What the neighbours' bits are mixed into is left out at both ends.
    const whole = padded.subarray(0, padded.length - (padded.length % 3))
    return Buffer.from(whole.toString('base64').slice(shift === 0 ? 0 : 4))
  })
  const hex = Buffer.from(word).toString('hex')
  return [wide, Buffer.from(wide).swap16(), ...base64, Buffer.from(hex), Buffer.from(hex.toUpperCase())]
}
