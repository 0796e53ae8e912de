import { afterEach, expect, it } from '@jest/globals'
import { freePort } from './free-port.js'

const self = process.env.JEST_WORKER_ID
afterEach(() => void (process.env.JEST_WORKER_ID = self))

async function portsOf(worker: string): Promise<number[]> {
  process.env.JEST_WORKER_ID = worker
  const ports: number[] = []
  for (let i = 0; i < 300; i++) ports.push(await freePort())
  return ports
}

it('[HO20] no port is given twice, nor to two test files that run at once', async () => {
  const [one, two] = [await portsOf('1'), await portsOf('2')]
  expect(new Set([...one, ...two]).size).toBe(600)
  expect(Math.max(...one)).toBeLessThan(Math.min(...two))
  for (const port of [...one, ...two]) expect(port).toBeLessThan(32_768)
})
