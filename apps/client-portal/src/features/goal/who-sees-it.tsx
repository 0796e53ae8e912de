import { OnePill } from '@accord/ui/controls/choice-pills'
import { useFormat } from '@accord/ui/messages/use-format'
import type { PersonName } from '@accord/domain/sync/wire'
import { confidantNames, guardianNames } from '../../lib/confidence.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** With everybody of the case, or only with those from whom nothing is kept. */
export type Company = 'everybody' | 'confidants'

interface WhoSeesItProps {
  readonly people: readonly PersonName[]
  readonly chosen: Company
  readonly onChoose: (company: Company) => void
}

/** Where a guardian reads along, whoever starts a goal says with whom. (CF1) */
export function WhoSeesIt({ people, chosen, onChoose }: WhoSeesItProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const confidants = confidantNames(people, person.id)
  return (
    <OnePill
      label={t('between.who')}
      choices={[
        {
          id: 'everybody',
          label: t('between.everybody', { names: format.list([...guardianNames(people), ...confidants]) }),
        },
        { id: 'confidants', label: t('between.only', { names: format.list(confidants) }) },
      ]}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
