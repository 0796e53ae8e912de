import type { Action } from '@accord/domain/access/action'
import { CLIENT_EVENTS, commandMessageSchema, textSchema, type ClientEvent } from '@accord/domain/sync/wire'
import { z } from 'zod/mini'
import { AppModule } from '../../src/app.module.js'
import { doorsOf, type Door } from '../../src/access/undeclared.js'
import { Parsed } from '../../src/http/parsed.pipe.js'
import type { Schema } from './schema.js'

/** A route as the running application mounts it. */
export interface RouteDoor {
  readonly kind: 'route'
  readonly name: string
  readonly action: Action
  readonly verb: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  /** With its parameters as Express has them. */
  readonly path: string
  readonly body: Schema | null
  readonly query: Schema | null
}

export interface EventDoor {
  readonly kind: 'event'
  readonly name: string
  readonly action: Action
  readonly event: ClientEvent
  readonly schema: Schema
}

const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const

/** Nest's numbers for what a parameter of a route is taken from. */
const TAKEN_FROM = { body: 3, query: 4 } as const

/** Bodies that no pipe reads, because what they are is seen from what is in them. */
const READ_BY_HAND: Readonly<Record<string, Schema>> = {
  'OperationsController.operate': z.union([commandMessageSchema, textSchema]) as unknown as Schema,
}

interface Argument {
  readonly pipes: readonly unknown[]
}

/** Every route, one for each path that it answers, from Nest's own metadata. */
export function routes(): readonly RouteDoor[] {
  return doorsOf(AppModule)
    .filter(({ kind }) => kind === 'route')
    .flatMap(routesOf)
}

/** Every socket event with the schema that reads it. */
export function events(): readonly EventDoor[] {
  return doorsOf(AppModule)
    .filter(({ kind }) => kind === 'event')
    .map((door) => {
      const event = Reflect.getMetadata('message', methodOf(door)) as ClientEvent
      const schema = CLIENT_EVENTS[event] as unknown as Schema
      return { kind: 'event', name: door.name, action: actionOf(door), event, schema }
    })
}

function routesOf(door: Door): readonly RouteDoor[] {
  const method = methodOf(door)
  const verb = VERBS[Reflect.getMetadata('method', method) as number]
  if (!verb) throw new Error(`${door.name} answers to a method that is not known here`)
  const { name } = door
  const body = READ_BY_HAND[name] ?? schemaOf(door, 'body')
  const query = schemaOf(door, 'query')
  const prefixes = listOf(Reflect.getMetadata('path', door.owner))
  const ends = listOf(Reflect.getMetadata('path', method))
  return prefixes.flatMap((prefix) =>
    ends.map((end) => {
      const path = `/${[prefix, end]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter(Boolean)
        .join('/')}`
      return { kind: 'route' as const, name, action: actionOf(door), verb, path, body, query }
    }),
  )
}

/** The schema of the pipe that stands before a route's body or query. */
function schemaOf({ owner, key }: Door, from: keyof typeof TAKEN_FROM): Schema | null {
  const listed = (Reflect.getMetadata('__routeArguments__', owner, key) ?? {}) as Record<string, Argument>
  const pipes = Object.entries(listed)
    .filter(([place]) => place.startsWith(`${TAKEN_FROM[from]}:`))
    .flatMap(([, argument]) => argument.pipes)
  const parsed = pipes.find((pipe): pipe is Parsed<unknown> => pipe instanceof Parsed)
  return parsed ? (parsed.schema as Schema) : null
}

function methodOf({ owner, key, name }: Door): object {
  const method = (owner.prototype as Record<string, unknown>)[key]
  if (typeof method !== 'function') throw new Error(`${name} is no method`)
  return method
}

function actionOf({ declared, name }: Door): Action {
  if (!declared) throw new Error(`${name} declares no action`)
  return declared
}

function listOf(path: unknown): readonly string[] {
  return Array.isArray(path) ? (path as string[]) : [String(path)]
}
