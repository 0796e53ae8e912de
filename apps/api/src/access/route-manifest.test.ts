import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'
import { events, routes } from '../../test/hostile/doors.js'

const FILE = fileURLToPath(new URL('../../../../docs/routes.txt', import.meta.url))

it('[HD11] every route and event is named in docs/routes.txt with its action, and nothing else is', () => {
  const doors = [
    ...routes().map(({ verb, path: at, action }) => `${verb} ${at} ${action}`),
    ...events().map(({ event, action }) => `socket ${event} ${action}`),
  ].sort()
  const listed = readFileSync(path.resolve(FILE), 'utf8').trim().split('\n')
  // A door that came belongs there once somebody has thought about it; sorted, one a line.
  expect({
    came: doors.filter((door) => !listed.includes(door)),
    went: listed.filter((line) => !doors.includes(line)),
  }).toEqual({ came: [], went: [] })
  expect(listed).toEqual([...listed].sort())
})
