import { AuthorLegend } from '@accord/ui/attributed-text/author-legend'
import { AuthorToggle } from '@accord/ui/attributed-text/author-toggle'
import { Button } from '@accord/ui/controls/button'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { liveParties } from '@accord/domain/case/party'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { useDesk } from './desk-context.js'

const HEADINGS = {
  plan: { written: 'goals.heading', watched: 'goals.headingWatched' },
  between: { written: 'between.heading', watched: 'between.headingWatched' },
} as const

export function GoalsHead({ onAdd }: { readonly onAdd: () => void }) {
  const t = useWebMessages()
  const { plan, view, people, voices, mayWrite, isBetween, isHeld } = useRoom()
  const isWriter = mayWrite || (isHeld && view.me !== null)
  const { isPlain, setPlain } = useDesk()
  const writers = liveParties(plan.parties).map(({ person, relation }) => ({
    id: person,
    relation,
    name: givenName(personOf(people, person)?.name ?? ''),
    isSecond: voices[person]?.isSecond ?? false,
    isViewer: false,
  }))
  return (
    <div className="web-goals-head">
      <h2 className="ac-heading">
        {t(HEADINGS[isBetween ? 'between' : 'plan'][isWriter ? 'written' : 'watched'])}
      </h2>
      {!isPlain && <AuthorLegend voices={writers} />}
      <div className="web-goals-tools">
        <AuthorToggle isPlain={isPlain} onChange={setPlain} />
        {mayWrite && (
          <Button icon={<PlusIcon />} onPress={onAdd}>
            {t('goals.new')}
          </Button>
        )}
      </div>
    </div>
  )
}
