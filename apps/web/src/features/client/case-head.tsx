import type { CaseSummary } from '@accord/domain/rest/case'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { Pair } from '@accord/ui/presence/pair'
import { clientsOf, givenName, practitionersOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { ContactDialog } from './about/contact-dialog.js'
import { PhaseLine } from './about/phase-line.js'
import { consentsQuery } from './api/consents.js'
import { contactQuery } from './api/contact.js'
import { LooksDialog } from './looks/looks-dialog.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface CaseHeadProps {
  readonly summary: CaseSummary
  /** Who is here now; empty before that is known. */
  readonly present: ReadonlySet<string>
}

/** Whose page this is: the two halves, the client's name, what they work on together and since when. */
export function CaseHead({ summary, present }: CaseHeadProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { people, discipline, openedAt, closedAt } = summary
  const clients = clientsOf(people)
  const isPractitioner = summary.relation === 'practitioner'
  const practitioners = practitionersOf(people)
  const [practitioner] = practitioners
  const guardians = people.filter(({ relation }) => relation === 'guardian')
  // A couple shares the client's half: an initial each, filled while either of them is here.
  const names =
    clients.length > 1 ? clients.map(({ name }) => givenName(name)) : clients.map(({ name }) => name)
  const pair = {
    practitioner: {
      name: practitioner?.name ?? '',
      isPresent: practitioner !== undefined && present.has(practitioner.person),
    },
    client: { name: names.join(' '), isPresent: clients.some(({ person }) => present.has(person)) },
  }
  return (
    <div className="ac-case-head">
      <Pair {...pair} size="large" />
      <div className="ac-grow">
        <div className="web-case-name">
          <h1 className="ac-title">{format.list(clients.map(({ name }) => name))}</h1>
          {isPractitioner && clients.map((one) => <Reach key={one.person} client={one} />)}
          {isPractitioner && <Looks of={summary} />}
        </div>
        <p className="web-case-facts ac-muted ac-small">
          <span>
            {t('client.work', {
              work: t('discipline', { discipline }),
              names: format.list(practitioners.map(({ name }) => name)),
            })}
          </span>
          {guardians.length > 0 && (
            <span>{t('client.guardians', { names: format.list(guardians.map(({ name }) => name)) })}</span>
          )}
          <span>{t('client.since', { day: format.day(new Date(openedAt), now) })}</span>
          {summary.relation === 'practitioner' && <Unsigned of={summary} />}
          {closedAt !== null && (
            <span>{t('client.closed', { day: format.day(new Date(closedAt), now) })}</span>
          )}
        </p>
      </div>
      <PhaseLine summary={summary} />
    </div>
  )
}

/** Who has not answered yet what the practice asks before the work begins. (CO5) */
function Unsigned({ of }: { readonly of: CaseSummary }) {
  const t = useWebMessages()
  const format = useFormat()
  const { data } = useQuery(consentsQuery(of.caseId))
  const names = (data?.clients ?? []).flatMap(({ asked, name }) =>
    asked.length > 0 ? [givenName(name)] : [],
  )
  if (names.length === 0) return null
  return <span className="web-unsigned">{t('consent.unsigned', { names: format.list(names) })}</span>
}

/** Behind a button, who looked at this record. Supervisors see their own looks in their work, not others'. (AC10) */
function Looks({ of }: { readonly of: CaseSummary }) {
  const t = useWebMessages()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setIsOpen(true)}>
        {t('looks.open')}
      </Button>
      {isOpen && <LooksDialog of={of} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Pronouns beside the name, and behind a button how to reach the person. Supervisors are shown neither. (CL5) */
function Reach({ client }: { readonly client: PersonName }) {
  const t = useWebMessages()
  const [isOpen, setIsOpen] = useState(false)
  const { data: contact } = useQuery(contactQuery(client.person))
  if (contact === undefined) return null
  return (
    <>
      {contact.pronouns !== null && <span className="ac-muted ac-small">{contact.pronouns}</span>}
      <Button size="small" kind="quiet" onPress={() => setIsOpen(true)}>
        {t('contact.open', { name: givenName(client.name) })}
      </Button>
      {isOpen && <ContactDialog client={client} onClose={() => setIsOpen(false)} />}
    </>
  )
}
