import type { Actor } from '@accord/domain/access/subject'
import type { CaseSummary } from '@accord/domain/rest/case'
import {
  TAKEOUT_FORMAT,
  type TakenCase,
  type TakenMoment,
  type TakeoutBody,
} from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { ClinicService } from '../clinic/clinic.service.js'
import { message } from '../messages/message.js'
import { Press } from '../paper/press.js'
import { BundleZip } from '../proof/bundle-zip.js'
import { fhirBundle } from './fhir/bundle.js'
import { TakenCases, type GatheredCase } from './taken-cases.js'
import { csvOfMoments, jsonOf, takenMoments } from './taken-history.js'
import { TakenPlans } from './taken-plans.js'
import { blocksOf, csvOf, namesIn, tablesOf } from './taken-tables.js'

/** When it is made, and for which clock and paper. */
interface Making extends TakeoutBody {
  readonly madeAt: number
}

/** What is written of one case: where, and how. */
interface Writing extends Making {
  readonly zip: BundleZip
  readonly folder: string
}

/** The files of a copy, case by case, so that no more than one case is held at a time. (TO5, TO9) */
@Injectable()
export class TakeoutFiles {
  constructor(
    private readonly cases: TakenCases,
    private readonly plans: TakenPlans,
    private readonly clinics: ClinicService,
    private readonly press: Press,
  ) {}

  async *of(actor: Actor, summaries: readonly CaseSummary[], making: Making): AsyncGenerator<Uint8Array> {
    const { name: practice } = await this.clinics.settings(actor.clinic)
    const zip = new BundleZip(new Date(making.madeAt))
    const told: string[] = []
    for (const [index, summary] of summaries.entries()) {
      const folder = `case-${index + 1}`
      const found = await this.cases.gather(actor, summary, { madeAt: making.madeAt, practice })
      yield* this.caseParts(found, { ...making, zip, folder })
      told.push(folderLine(folder, found.taken))
    }
    zip.add('README.txt', readme(nameOf(actor, summaries), { practice, madeAt: making.madeAt, told }))
    zip.finish()
    yield* zip.taken()
  }

  private async *caseParts({ taken, logs }: GatheredCase, writing: Writing): AsyncGenerator<Uint8Array> {
    const { zip, folder } = writing
    zip.add(`${folder}/record.json`, `${JSON.stringify(taken, null, 2)}\n`)
    yield* zip.taken()
    for (const table of tablesOf(taken)) zip.add(`${folder}/tables/${table.name}.csv`, csvOf(table))
    yield* zip.taken()
    zip.add(`${folder}/fhir.json`, `${JSON.stringify(fhirBundle(taken), null, 2)}\n`)
    yield* zip.taken()
    zip.add(`${folder}/record.pdf`, await this.printed(taken, writing))
    yield* zip.taken()
    const moments: TakenMoment[] = []
    for (const log of logs) {
      for (const moment of takenMoments(log.log, await this.plans.history(log), namesIn(taken)))
        moments.push(moment)
    }
    yield* written(zip, `${folder}/history.json`, jsonOf(moments))
    yield* written(zip, `${folder}/tables/history.csv`, csvOfMoments(moments, namesIn(taken)))
  }

  private async printed(taken: TakenCase, { timeZone, paper, madeAt }: Writing): Promise<Uint8Array> {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
    const when = (at: number) => format.format(at)
    const foot = { key: 'takeout.paper.foot', values: {} } as const
    const printed = await this.press.print({ blocks: blocksOf(taken, { when }), paper, foot, at: madeAt })
    if (printed.kind === 'made') return printed.made
    // Half a copy never looks like a whole one: the connection breaks, and one asks again. (TO9)
    throw new Error(`the paper was not made: ${printed.kind}`)
  }
}

function* written(zip: BundleZip, name: string, parts: Iterable<string>): Generator<Uint8Array> {
  const file = zip.begin(name)
  for (const part of parts) {
    zip.write(file, part)
    yield* zip.taken()
  }
  zip.end(file)
}

function nameOf({ person }: Actor, summaries: readonly CaseSummary[]): string {
  const people = summaries.flatMap((one) => one.people)
  return people.find((one) => one.person === person)?.name ?? message('bundle.somebody')
}

function folderLine(folder: string, { people, plan, sessions, notes, notesKeptBack }: TakenCase): string {
  const names = people.filter(({ relation }) => relation === 'practitioner').map(({ name }) => name)
  return message('takeout.readme.folder', {
    ...{ folder, names: names.join(', '), goals: plan?.order.length ?? 0, sessions: sessions.length },
    ...{ notes: notes.length, kept: notesKeptBack.length },
  })
}

interface Told {
  readonly practice: string
  readonly madeAt: number
  readonly told: readonly string[]
}

function readme(name: string, { practice, madeAt, told }: Told): string {
  const folders = told.length === 0 ? message('takeout.readme.none') : told.join('\n')
  const made = new Date(madeAt).toISOString()
  return message('takeout.readme', { name, practice, made, folders: `${folders}\n`, format: TAKEOUT_FORMAT })
}
