import type { DemoPerson } from '@accord/domain/rest/self'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Button as UiButton } from '@accord/ui/controls/button'
import { Avatar } from '@accord/ui/presence/avatar'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[]
  readonly isDisabled: boolean
  readonly onChoose: (person: DemoPerson) => void
}

/** How many stand there at first; the others are one press away. */
const FIRST = 6

/** The demo clinic's people, one click each; a real clinic has no such list. (ID6) */
export function DemoPeople({ people, isDisabled, onChoose }: DemoPeopleProps) {
  const t = useWebMessages()
  const [isWhole, setIsWhole] = useState(false)
  const staff = people.filter(({ relation }) => relation !== 'client' && relation !== 'guardian')
  if (staff.length === 0) return null
  const shown = isWhole ? staff : staff.slice(0, FIRST)
  return (
    <section className="web-demo" aria-labelledby="demo-people">
      <h2 className="ac-subheading" id="demo-people">
        {t('signIn.demo')}
      </h2>
      <p className="ac-muted ac-small">{t('signIn.demoSub')}</p>
      <ul>
        {shown.map((person) => (
          <li key={person.email}>
            <Button className="web-demo-person" isDisabled={isDisabled} onPress={() => onChoose(person)}>
              <Avatar name={person.name} relation={person.relation} isPresent />
              <span>
                {person.name}
                <small>{t('signIn.demoRole', { relation: person.relation })}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < staff.length && (
        <UiButton kind="quiet" size="small" onPress={() => setIsWhole(true)}>
          {t('signIn.demoMore', { count: staff.length - shown.length })}
        </UiButton>
      )}
    </section>
  )
}
