import 'reflect-metadata'
import type { Action } from '@accord/domain/access/action'
import { declaredAction } from './action.decorator.js'

type Thing = abstract new (...args: never[]) => unknown

/** Where Nest's decorators keep what a module, a route and an event are. */
const ROUTE = 'path'
const EVENT = 'websockets:message_mapping'
const GATEWAY = 'websockets:is_gateway'

/** A route or a socket event, and where it is written. */
export interface Door {
  readonly kind: 'route' | 'event'
  readonly name: string
  readonly declared: Action | undefined
  /** The class and the method that it is written in, for whoever reads more of what Nest knows of it. */
  readonly owner: Thing
  readonly key: string
}

/** Every route and event of a module and of what it imports. */
export function doorsOf(module: unknown): readonly Door[] {
  return [...classesOf(module)].flatMap(doorsOfClass)
}

/** Names what declares no action, one line each. (AC1) */
export function undeclared(module: unknown): readonly string[] {
  return doorsOf(module)
    .filter((door) => door.declared === undefined)
    .map(({ kind, name }) => `${name} is ${kind === 'route' ? 'a route' : 'an event'} without an @Action`)
}

function classesOf(module: unknown, seen = new Set<unknown>(), found = new Set<Thing>()): ReadonlySet<Thing> {
  const dynamic = isRecord(module) ? module : {}
  const type = 'module' in dynamic ? dynamic.module : module
  if (typeof type !== 'function' || seen.has(module)) return found
  seen.add(module)
  const listed = (key: string): unknown[] => [
    ...asList(Reflect.getMetadata(key, type)),
    ...asList(dynamic[key]),
  ]
  for (const item of [...listed('controllers'), ...listed('providers').map(classOfProvider)]) {
    if (typeof item === 'function') found.add(item as Thing)
  }
  for (const imported of listed('imports')) classesOf(imported, seen, found)
  return found
}

function doorsOfClass(thing: Thing): readonly Door[] {
  const isGateway = Reflect.hasMetadata(GATEWAY, thing)
  const isController = Reflect.hasMetadata(ROUTE, thing)
  if (!isGateway && !isController) return []
  return methodsOf(thing).flatMap(([key, method]): Door[] => {
    const name = `${thing.name}.${key}`
    const declared = declaredAction(method)
    const door = { name, declared, owner: thing, key }
    if (isController && Reflect.hasMetadata(ROUTE, method)) return [{ ...door, kind: 'route' }]
    return isGateway && Reflect.hasMetadata(EVENT, method) ? [{ ...door, kind: 'event' }] : []
  })
}

/** Its own methods and those it inherits. */
function methodsOf(thing: Thing): [string, object][] {
  const methods = new Map<string, object>()
  for (
    let prototype: unknown = thing.prototype;
    isRecord(prototype) && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (key !== 'constructor' && typeof value === 'function' && !methods.has(key))
        methods.set(key, value as object)
    }
  }
  return [...methods]
}

function classOfProvider(provider: unknown): unknown {
  return isRecord(provider) && 'useClass' in provider ? provider.useClass : provider
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
