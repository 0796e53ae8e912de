// Prints what a browser downloads, gzipped: each script and stylesheet of the build, and what the first page needs.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = 'dist'
const assets = join(dist, 'assets')
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const files = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({
    name,
    bytes: gzipSync(readFileSync(join(assets, name))).length,
    isFirst: page.includes(name),
  }))
  .sort((a, b) => b.bytes - a.bytes)

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`
for (const { name, bytes, isFirst } of files)
  console.log(`${kilobytes(bytes)}  ${isFirst ? 'first' : 'later'}  ${name}`)
const first = files.filter((file) => file.isFirst && file.name.endsWith('.js'))
console.log(`${kilobytes(first.reduce((sum, file) => sum + file.bytes, 0))}  script of the first page, gzip`)
