import { createHash, type Hash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'

/** A file of a bundle, as its manifest names it. Hash in hexadecimal. */
export interface BundledFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** What the writing of a file has come to. */
interface OpenFile {
  readonly stream: ZipDeflate
  readonly hash: Hash
  readonly name: string
  bytes: number
}

/** Lowest of what is still worth it: the words of a history repeat themselves a lot. */
const LEVEL = 3

/** Writes a ZIP part by part: what was made of the parts so far is taken away before the next are given. */
export class BundleZip {
  readonly files: BundledFile[] = []
  private readonly made: Uint8Array[] = []
  private readonly zip: Zip

  constructor(private readonly at: Date) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.made.push(chunk)
    })
  }

  begin(name: string): OpenFile {
    const stream = new ZipDeflate(name, { level: LEVEL })
    stream.mtime = this.at
    this.zip.add(stream)
    return { stream, hash: createHash('sha256'), name, bytes: 0 }
  }

  write(file: OpenFile, part: string | Uint8Array): void {
    const bytes = Buffer.from(part)
    file.hash.update(bytes)
    file.bytes += bytes.length
    file.stream.push(bytes)
  }

  end({ stream, hash, name, bytes }: OpenFile): void {
    stream.push(new Uint8Array(0), true)
    this.files.push({ name, bytes, sha256: hash.digest('hex') })
  }

  add(name: string, whole: string | Uint8Array): void {
    const file = this.begin(name)
    this.write(file, whole)
    this.end(file)
  }

  finish(): void {
    this.zip.end()
  }

  /** What was made since it was asked last. */
  taken(): readonly Uint8Array[] {
    return this.made.splice(0)
  }
}
