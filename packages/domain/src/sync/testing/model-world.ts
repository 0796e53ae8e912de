import { ChangeSet, Text } from '@codemirror/state'
import type { ClientId, GoalId } from '../../ids.js'
import type { Asker } from '../../plan/decide.js'
import type { TextPlace } from '../../goal/field.js'
import { textAt } from '../../plan/plan.js'
import {
  newClient,
  restoreClient,
  storeClient,
  type ClientState,
  type OutgoingMessage,
  type Step,
} from '../client-state.js'
import { command, edit, joinMessage, outgoing } from '../local.js'
import { accepted, changed, dropped, joined, joining, refused } from '../receive.js'
import { shownPlan } from '../shown.js'
import { redo, undo } from '../undo.js'
import {
  join,
  LOG,
  modelServer,
  personId,
  receive,
  restart,
  type Answered,
  type ModelServer,
} from './model-server.js'

/** A writer: its client machine, an editor's text kept beside it by the changes it is told, and its two wires. */
export interface Writer {
  readonly asker: Asker
  state: ClientState
  editor: string
  /** Where the writer types on; others' words put in just there stay behind it, as in the editor. */
  caret: number
  toServer: OutgoingMessage[]
  fromServer: Answered[]
  joins: boolean
}

export interface World {
  readonly server: ModelServer
  readonly writers: readonly Writer[]
  clock: number
}

export const GOAL = '018f0000-0000-7000-8000-0000000000aa' as GoalId
export const PLACE: TextPlace = { goal: GOAL, field: 'statement' }
const PAGE = 7

export function newWorld(writers: number): World {
  const askers = Array.from({ length: writers }, (_, at): Asker => ({
    person: personId(at),
    relation: at === 0 ? 'practitioner' : 'client',
  }))
  const world: World = {
    server: modelServer(askers),
    clock: 0,
    writers: askers.map((asker, at) => ({
      asker,
      state: newClient(LOG, `018f0000-0000-7000-8000-00000000010${String(at)}` as ClientId, null),
      editor: '',
      caret: 0,
      toServer: [],
      fromServer: [],
      joins: false,
    })),
  }
  for (const writer of world.writers) connect(world, writer)
  const first = world.writers[0]
  if (first)
    first.state = command(first.state, { name: 'goal.add', goal: GOAL, kind: 'change', title: 'Sleep' })
  settle(world)
  return world
}

/** A random edit of the shown text: `at` and `length` are fractions of it, in thousandths. */
export function type(world: World, writer: Writer, at: number, length: number, insert: string): void {
  const from = Math.floor((at / 1000) * writer.editor.length)
  const to = Math.min(writer.editor.length, from + Math.floor((length / 1000) * 12))
  if (from === to && insert === '') return
  const changes = ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, writer.editor.length)
  writer.editor = changes.apply(Text.of(writer.editor.split('\n'))).toString()
  writer.state = edit(writer.state, PLACE, changes, world.clock)
}

/** Types where the caret is. */
export function typeOn(world: World, writer: Writer, insert: string): void {
  const changes = ChangeSet.of({ from: writer.caret, insert }, writer.editor.length)
  writer.editor = changes.apply(Text.of(writer.editor.split('\n'))).toString()
  writer.caret += insert.length
  writer.state = edit(writer.state, PLACE, changes, world.clock)
}

export function takeBack(world: World, writer: Writer, again: boolean): void {
  const { state, changes } = (again ? redo : undo)(writer.state, PLACE, world.clock)
  writer.state = state
  if (changes) writer.editor = changes.apply(Text.of(writer.editor.split('\n'))).toString()
}

export function send(writer: Writer): void {
  const { state, send: message } = outgoing(writer.state)
  writer.state = state
  if (message) writer.toServer.push(message)
}

/** The server gets the writer's message at `index`; a copy stays on the wire when `twice`. */
export function serve(world: World, writer: Writer, index: number, twice: boolean): void {
  const at = writer.toServer.length === 0 ? 0 : index % writer.toServer.length
  const message = writer.toServer[at]
  if (!message) return
  if (!twice) writer.toServer.splice(at, 1)
  for (const answer of receive(world.server, writer.asker, message)) {
    if (answer.to === 'author') writer.fromServer.push(answer)
    else for (const other of world.writers) if (other !== writer) other.fromServer.push(answer)
  }
}

/** The writer gets an answer; `ahead` lets it overtake the one before. */
export function deliver(world: World, writer: Writer, ahead: boolean): void {
  const [answer] = writer.fromServer.splice(ahead && writer.fromServer.length > 1 ? 1 : 0, 1)
  if (!answer) return
  hear(writer, answer)
  if (writer.state.link === 'joining') connect(world, writer)
}

/** The connection breaks with everything that was on it. */
export function cut(writer: Writer): void {
  writer.toServer = []
  writer.fromServer = []
  writer.state = dropped(writer.state)
}

/** The tab is loaded anew from what it had kept. */
export function reload(world: World, writer: Writer): void {
  cut(writer)
  const stored = storeClient(writer.state)
  const fresh = newClient(
    LOG,
    `018f0000-0000-7000-8000-0000${String(10_000_000 + world.clock)}` as ClientId,
    null,
  )
  writer.state = stored ? restoreClient(stored, null) : fresh
  connect(world, writer)
}

export function connect(world: World, writer: Writer): void {
  writer.fromServer = []
  writer.state = joining(writer.state)
  while (writer.state.link === 'joining') {
    const cold = writer.state.confirmed === null
    take(writer, joined(writer.state, join(world.server, writer.asker, joinMessage(writer.state), PAGE)))
    const plan = shownPlan(writer.state, 0)
    if (cold && plan) writer.editor = textAt(plan, PLACE)?.text ?? ''
  }
}

export function restartServer(world: World): void {
  restart(world.server)
  for (const writer of world.writers) cut(writer)
}

/** Everybody connected and everything delivered. */
export function settle(world: World): void {
  for (const writer of world.writers) if (writer.state.link !== 'live') connect(world, writer)
  for (let round = 0; round < 10_000; round++) {
    for (const writer of world.writers) {
      send(writer)
      while (writer.toServer.length > 0) serve(world, writer, 0, false)
    }
    for (const writer of world.writers) while (writer.fromServer.length > 0) deliver(world, writer, false)
    if (world.writers.every((writer) => writer.state.pending.length === 0)) return
  }
  throw new Error('the world does not settle')
}

function hear(writer: Writer, answer: Answered): void {
  switch (answer.event) {
    case 'accepted':
      take(writer, accepted(writer.state, answer.message))
      break
    case 'changed':
      take(writer, changed(writer.state, answer.message))
      break
    case 'refused':
      take(writer, refused(writer.state, answer.message))
      break
  }
}

function take(writer: Writer, step: Step): void {
  writer.state = step.state
  for (const shown of step.shown) {
    writer.caret = shown.changes.mapPos(writer.caret, -1)
    writer.editor = shown.changes.apply(Text.of(writer.editor.split('\n'))).toString()
  }
}
