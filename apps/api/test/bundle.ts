import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What the third party's program says of one of its checks. */
export interface Checked {
  readonly check: string
  readonly holds: boolean
  readonly says: string
}

interface Verifier {
  readonly verifyBundle: (files: Map<string, Buffer>, options?: { key?: string }) => readonly Checked[]
  readonly unzip: (zip: Buffer) => Map<string, Buffer>
}

const FILE = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../verifier/verify-history.mjs',
)

/** The program that goes out with a bundle, as a third party runs it. */
export async function theVerifier(): Promise<Verifier> {
  return (await import(pathToFileURL(FILE).href)) as Verifier
}

/** Makes the manifest say of every file what it is now, as somebody would who alters a bundle with care. */
export function withManifest(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const sealed = new Map(files)
  const manifest = JSON.parse(String(files.get('manifest.json'))) as { files: { name: string }[] }
  const lines = String(files.get('entries.jsonl')).split('\n').length - 1
  const listed = manifest.files.map(({ name }) => {
    const bytes = files.get(name) ?? Buffer.alloc(0)
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  const now = { ...manifest, entries: lines, files: listed }
  return sealed.set('manifest.json', Buffer.from(JSON.stringify(now)))
}
