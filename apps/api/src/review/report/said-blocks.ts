import type { Moment } from '@accord/domain/history/moments'
import { changesSinceSigned } from '@accord/domain/review/coverage'
import type { ReviewSignature, ReviewThread, ReviewWords } from '@accord/domain/review/review'
import { message, type MessageKey } from '../../messages/message.js'
import { momentWords } from './moment-words.js'
import type { Block } from '../../paper/paper.js'
import type { ReportContent } from './report-content.js'

/** Comments, asks and answers, in the order of the moments that they are about. */
export function threadBlocks(content: ReportContent): readonly Block[] {
  const { threads } = content.review
  if (threads.length === 0) return [{ kind: 'text', text: message('report.comments.none') }]
  return [...threads].sort((a, b) => a.pin.seq - b.pin.seq).flatMap((thread) => ofThread(thread, content))
}

function ofThread(thread: ReviewThread, content: ReportContent): readonly Block[] {
  const { pin, resolved } = thread
  const { when, named } = content
  const moment = content.moments.find((one) => holds(one, pin.seq))
  const at = moment && (moment.kind === 'writing' ? moment.endedAt : moment.entry.at)
  const place = {
    seq: pin.seq,
    when: at === undefined ? '' : when(at),
    moment: moment ? momentWords(moment, named) : '',
  }
  const isSafe = thread.kind === 'comment' && thread.readers === 'client'
  const first = thread.kind === 'ask' ? 'report.ask' : isSafe ? 'report.comment.safe' : 'report.comment'
  return [
    { kind: 'subheading', text: message('report.pin', place) },
    ...(pin.passage === null ? [] : [{ kind: 'quote' as const, text: pin.passage }]),
    ...said(first, thread, content),
    ...answered(thread, content),
    ...thread.replies.flatMap((reply) => said('report.reply', reply, content)),
    ...(resolved === null
      ? []
      : [
          {
            kind: 'meta' as const,
            text: message('report.closed', { name: named.person(resolved.by), when: when(resolved.at) }),
          },
        ]),
  ]
}

function answered(thread: ReviewThread, content: ReportContent): readonly Block[] {
  if (thread.kind !== 'ask') return []
  if (thread.answer === null) return [{ kind: 'meta', text: message('report.ask.open') }]
  return said('report.answer', thread.answer, content)
}

/** Who said it, the words as they stand, and how they stood before. */
function said(
  key: MessageKey,
  { by, at, text, amendments }: ReviewWords,
  { named, when }: ReportContent,
): readonly Block[] {
  return [
    { kind: 'meta', text: message(key, { name: named.person(by), when: when(at) }) },
    { kind: 'text', text },
    ...amendments.flatMap(({ at: amended, reason, before }): readonly Block[] => [
      { kind: 'meta', text: message('report.amended', { when: when(amended), reason }) },
      { kind: 'meta', text: before },
    ]),
  ]
}

function holds(moment: Moment, seq: number): boolean {
  return moment.kind === 'writing'
    ? moment.firstSeq <= seq && seq <= moment.lastSeq
    : moment.entry.seq === seq
}

/** Who signed what, and what is not signed yet. */
export function signatureBlocks(content: ReportContent): readonly Block[] {
  const { review, covers } = content
  const { signatures } = review
  if (signatures.length === 0) return [{ kind: 'text', text: message('report.signatures.none') }]
  const { seq } = covers.plan
  const count = changesSinceSigned(review, covers.plan)
  return [
    ...signatures.flatMap((signature) => ofSignature(signature, content)),
    {
      kind: 'text',
      text: count === 0 ? message('report.signed.all', { seq }) : message('report.signed.since', { count }),
    },
  ]
}

function ofSignature(
  { by, at, from, upTo, checklist, concerns, additions }: ReviewSignature,
  { named, when }: ReportContent,
): readonly Block[] {
  const head = { name: named.person(by), when: when(at), from, seq: upTo.seq }
  return [
    { kind: 'subheading', text: message('report.signed', head) },
    { kind: 'meta', text: upTo.hash },
    ...(checklist?.items ?? []).map(({ text: item, done }): Block => {
      return { kind: 'text', text: message(done ? 'report.signed.done' : 'report.signed.notDone', { item }) }
    }),
    {
      kind: 'text',
      text:
        concerns === null
          ? message('report.signed.noConcerns')
          : message('report.signed.concerns', { words: concerns }),
    },
    ...additions.map(({ at: added, reason, text: words }): Block => {
      return { kind: 'text', text: message('report.signed.added', { when: when(added), reason, words }) }
    }),
  ]
}
