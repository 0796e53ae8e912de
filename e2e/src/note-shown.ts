import { createHash } from 'node:crypto'
import type { Asking } from './asking.js'

interface Shown {
  readonly caseId: string
  readonly practitioner: Asking
  readonly client: Asking
  /** What the note says, and what its client says about it. */
  readonly words: string
  readonly reply: string
}

/** A note that is signed and shown to its client, who says something about it. */
export async function aNoteThatIsShown({
  caseId,
  practitioner,
  client,
  words,
  reply,
}: Shown): Promise<string> {
  const at = { kind: 'work', place: 'room', scheduledFor: Date.now() - 60_000, minutes: 50 }
  const { session } = await practitioner.send<{ session: string }>(`cases/${caseId}/sessions`, at)
  await practitioner.send(`sessions/${session}/start`)
  await practitioner.send(`sessions/${session}/end`)
  const sections = ['subjective', 'objective', 'assessment', 'plan'].map((section) => {
    return { section, words: section === 'plan' ? words : '' }
  })
  const draft = { after: 0, form: { kind: 'soap' }, sections, quotes: [], marks: [] }
  const { note } = await practitioner.send<{ note: string }>(`sessions/${session}/note`, draft)
  const release = { kind: 'released', to: 'clients' }
  const hash = hashOf(note, session, sections)
  await practitioner.send(`notes/${note}/sign`, { draft: 1, hash, coSigner: null, release })
  await client.send(`notes/${note}/replies`, { number: 1, words: reply })
  return note
}

/** Of what its writer saw, as `accord/note/1` writes it down. (NO8) */
function hashOf(
  note: string,
  session: string,
  sections: readonly { readonly section: string; readonly words: string }[],
): string {
  const head = ['accord/note/1', `note ${note}`, `session ${session}`, 'version 1', 'form {"kind":"soap"}']
  const said = sections.flatMap(({ section, words }) => [
    `section ${JSON.stringify(section)}`,
    ...words.split('\n').map((line) => `  ${line}`),
  ])
  return createHash('sha256')
    .update([...head, ...said, 'end', ''].join('\n'))
    .digest('hex')
}
