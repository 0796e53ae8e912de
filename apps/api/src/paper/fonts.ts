import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import wawoff2 from 'wawoff2'

/** Faces of a report. `other` is for letters that the practice's own faces don't have, such as ń. */
export const FACES = ['sans', 'serif', 'arabic', 'other'] as const
export type Face = (typeof FACES)[number]
export type Fonts = Readonly<Record<Face, Buffer>>

const SHARED = fileURLToPath(new URL('../../../../packages/ui/src/styles/fonts/', import.meta.url))
let loaded: Promise<Fonts> | null = null

/** The design's own faces, unpacked once a process. All under free licences that lie beside them. */
export function fonts(): Promise<Fonts> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Fonts> {
  const other = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  )
  return {
    sans: await shared('hanken-grotesk-latin-wght-normal.woff2'),
    serif: await shared('literata-latin-opsz-normal.woff2'),
    arabic: await shared('noto-naskh-arabic-arabic-wght-normal.woff2'),
    other: await readFile(other),
  }
}

/** Packed for browsers; a PDF's embedding takes them unpacked. */
async function shared(file: string): Promise<Buffer> {
  return Buffer.from(await wawoff2.decompress(await readFile(path.join(SHARED, file))))
}
