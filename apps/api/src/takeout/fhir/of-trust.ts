import { standingLines, writtenBoxes } from '@accord/domain/ending/text'
import type { ConsentRow, DisclosureRow } from '@accord/domain/rest/consent'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { RecordLook } from '@accord/domain/rest/looks'
import type { ReleasedNote } from '@accord/domain/rest/note'
import { message } from '../../messages/message.js'
import { markSentence, quoteSentence, sectionName, writtenSections } from '../../note/note-words.js'
import { itemName } from '../item-name.js'
import type { Frame } from './frame.js'
import { role } from './of-plan.js'
import {
  attachment,
  coded,
  idOf,
  instant,
  LOINC,
  loinc,
  narrative,
  optional,
  refTo,
  some,
  text,
  type Resource,
} from './resource.js'

/** Notes and the ending, what was permitted and told, and who looked. (TO8) */
export function trustResources(frame: Frame): readonly Resource[] {
  const { notes, consents, disclosures, looks, addenda } = frame.taken
  return [
    ...notes.flatMap((note) => noteResources(frame, note)),
    ...endingResources(frame),
    ...consents.flatMap(({ ledger }) => ledger.map((row) => consent(frame, row))),
    ...disclosures.map((row) => communication(frame, row)),
    ...looks.map((look) => auditEvent(frame, look)),
    // What was said of a note stands in its own Composition.
    ...addenda.filter(({ kind }) => kind !== 'note').map((one) => addendum(frame, one)),
  ]
}

function noteResources({ subject, who }: Frame, note: ReleasedNote): readonly Resource[] {
  const { note: id, session, author, signedAt, content, amendments, replies, coSigned } = note
  const sections = writtenSections(content).map(({ section, words }) => {
    return { title: sectionName(content.form, section), text: narrative(words.split('\n')) }
  })
  const quotes = content.quotes.map((quote) => quoteSentence(quote, (person) => who(person).display ?? ''))
  const marks = content.marks.map(markSentence)
  const [added, replied] = [amendments, replies].map((said) => said.map(({ words }) => words))
  const more = (title: string, said: readonly string[] = []) =>
    said.length === 0 ? [] : [{ title, text: narrative(said) }]
  return [
    {
      ...{ resourceType: 'Composition', id, status: amendments.length > 0 ? 'amended' : 'final' },
      ...{ type: loinc('11506-3', 'Progress note'), subject, encounter: refTo(session.session) },
      ...{ date: instant(signedAt), author: [who(author)] },
      title: message('note.paper.title', { number: session.number }),
      ...some('section', [
        ...sections,
        ...more(message('note.paper.quotes'), quotes),
        ...more(message('note.paper.marks'), marks),
        ...more(message('takeout.amended'), added),
        ...more(message('takeout.replied'), replied),
      ]),
    },
    {
      ...{
        resourceType: 'Provenance',
        id: idOf('signed', id),
        target: [refTo(id)],
        recorded: instant(signedAt),
      },
      agent: [
        { type: role('author'), who: who(author) },
        ...(coSigned ? [{ type: role('attester'), who: who(coSigned.by) }] : []),
      ],
    },
  ]
}

function endingResources({ taken, subject }: Frame): readonly Resource[] {
  const { ending, caseId } = taken
  if (ending === null || ending.kind === 'none') return []
  const { boxes, kept, lines } = ending.kind === 'closed' ? ending.pack : ending.draft
  const addenda = ending.kind === 'closed' ? ending.addenda : []
  const words = [
    ...writtenBoxes(boxes).map((box) => box.words),
    ...kept.map(({ name, statement }) => `${name}: ${statement}`),
    ...standingLines(lines).map((line) => line.words),
    ...addenda.map((one) => one.words),
  ]
  const title = message('takeout.table.ending')
  return [
    {
      ...{ resourceType: 'DocumentReference', id: idOf('ending', caseId), status: 'current', subject },
      ...{ description: title, content: [{ attachment: attachment(title, words.join('\n\n')) }] },
      docStatus: ending.kind === 'closed' ? 'final' : 'preliminary',
    },
  ]
}

function consent({ taken, who, practice }: Frame, row: ConsentRow): Resource {
  const { consent: id, client, purpose, answer, at, expiresAt, signedBy, text: named, recipientName } = row
  const words = taken.consentTexts.find(({ hash }) => hash === named.hash)
  const points = words?.points.map((point) => `${point.title}. ${point.words}`) ?? []
  return {
    ...{ resourceType: 'Consent', id, status: answer === 'given' ? 'active' : 'inactive' },
    scope: coded({
      system: 'http://terminology.hl7.org/CodeSystem/consentscope',
      code: purpose === 'limits' || purpose === 'working-together' ? 'treatment' : 'patient-privacy',
    }),
    category: [coded({ system: LOINC, code: '59284-0' }, purpose)],
    ...{ patient: who(client), dateTime: instant(at), performer: [who(signedBy)], organization: [practice] },
    ...(words ? { sourceAttachment: attachment(words.title, [words.words, ...points].join('\n')) } : {}),
    policyRule: text(message('takeout.table.consents')),
    provision: {
      type: answer === 'given' ? 'permit' : 'deny',
      ...(expiresAt === null ? {} : { period: { end: instant(expiresAt) } }),
      ...(recipientName === null
        ? {}
        : { actor: [{ role: text('recipient'), reference: { display: recipientName } }] }),
    },
  }
}

function communication({ subject, who }: Frame, row: DisclosureRow): Resource {
  const { disclosure: id, toldAt, recipient, what, why, by } = row
  return {
    ...{ resourceType: 'Communication', id, status: 'completed', subject, sent: instant(toldAt) },
    ...{ sender: { ...who(by.person), display: by.name }, recipient: [{ display: recipient }] },
    ...{ payload: [{ contentString: what }], reasonCode: [text(why)] },
  }
}

/** What its client says of something in the record, and to what that leads where it has a resource under its own id. */
function addendum({ taken, subject, who, practice }: Frame, one: RecordAddendum): Resource {
  const { kind, item, entry, number, by, at, words } = one
  const ids = [
    ...taken.sessions.map(({ session }) => session),
    ...taken.disclosures.map(({ disclosure }) => disclosure),
    ...taken.barriers.flatMap(({ barriers }) => barriers.map(({ id }) => id)),
  ]
  const about = kind !== 'check-in' && ids.includes(item) ? [refTo(item)] : []
  return {
    ...{ resourceType: 'Communication', id: idOf('addendum', taken.caseId, kind, item, entry, number) },
    ...{ status: 'completed', subject, topic: text(itemName(one)), sent: instant(at) },
    ...{ sender: who(by), recipient: [practice], payload: [{ contentString: words }] },
    ...some('about', about),
  }
}

function auditEvent({ taken, practice, subject }: Frame, look: RecordLook): Resource {
  const { look: id, person, name, relation, what, at, until, emergency } = look
  const btg = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'BTG' }
  const isOver = until !== null && until >= at
  return {
    ...{ resourceType: 'AuditEvent', id, action: 'R', recorded: instant(at), outcome: '0' },
    type: {
      system: 'http://dicom.nema.org/resources/ontology/DCM',
      code: '110110',
      display: 'Patient Record',
    },
    ...(isOver ? { period: { start: instant(at), end: instant(until) } } : {}),
    ...some('purposeOfEvent', emergency ? [coded(btg)] : []),
    agent: [{ requestor: true, role: [text(relation)], who: refTo(person, name), name }],
    source: { observer: practice },
    entity: [{ what: refTo(taken.caseId), ...optional('name', what) }, { what: subject }],
  }
}
