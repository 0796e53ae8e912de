import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { readWhole, writeDurably } from '../history/wrapping-key.js'

/**
 * The number of the newest checkpoint, noted beside the signing key and apart from the checkpoints: kept ones that were
 * cut at their end still follow one another, and are fewer than this. (HI15)
 */
export class LatestNote {
  private readonly file: string

  constructor(dataDir: string) {
    this.file = path.join(dataDir, 'proof', 'latest')
  }

  /** 0 where nothing was noted. */
  read(): number {
    return Number(readWhole(this.file)?.toString() ?? 0)
  }

  write(number: number): void {
    const draft = `${this.file}.new`
    rmSync(draft, { force: true })
    writeDurably(draft, Buffer.from(String(number)))
    renameSync(draft, this.file)
  }
}
