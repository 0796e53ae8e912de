import { gunzipSync, inflateSync } from 'node:zlib'
import { theVerifier } from '../bundle.js'
import { readPdf } from '../review/pdf.js'

const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')

/** Everything that an answer says to whoever takes the trouble: what is packed is unpacked, what is on paper is read. */
export async function readableIn(bytes: Buffer): Promise<string> {
  const raw = bytes.toString('latin1')
  if (raw.startsWith('%PDF-')) return [raw, ...inflated(bytes), (await readPdf(bytes)).text].join('\n')
  if (raw.startsWith('PK\u0003\u0004')) {
    const files = [...(await theVerifier()).unzip(bytes)]
    const told = await Promise.all(files.map(async ([name, file]) => `${name}\n${await readableIn(file)}`))
    return told.join('\n')
  }
  if (raw.startsWith('\u001f\u008b')) return readableIn(gunzipSync(bytes))
  return [raw, ...attached(raw)].join('\n')
}

/** What stands in base64, as attachments in FHIR do. */
function attached(text: string): readonly string[] {
  return [...text.matchAll(/"data": ?"([A-Za-z0-9+/=]+)"/g)].map(([, held = '']) =>
    Buffer.from(held, 'base64').toString('latin1'),
  )
}

/** The streams of a PDF, those that are deflated unpacked: a page's letters, what a file is called, what hangs on it. */
function inflated(pdf: Buffer): readonly string[] {
  const found: string[] = []
  for (let at = pdf.indexOf(STREAM); at >= 0;) {
    const end = pdf.indexOf(END, at)
    if (end < 0) return found
    const from = at + STREAM.length + (pdf[at + STREAM.length] === 13 ? 2 : 1)
    found.push(unpacked(pdf.subarray(from, end)))
    at = pdf.indexOf(STREAM, end + END.length)
  }
  return found
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // An image, or a stream that was not deflated: it stands in the file as it is.
    return ''
  }
}
