import type { ReviewReaders } from '@accord/domain/review/act'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { clientNames, practitionerNames, type ReviewPlace } from './review-place.js'

interface ReadersChoiceProps {
  readonly place: ReviewPlace
  readonly chosen: ReviewReaders
  readonly onChoose: (readers: ReviewReaders) => void
}

/** Whether the client reads a comment too. (RV6) */
export function ReadersChoice({ place, chosen, onChoose }: ReadersChoiceProps) {
  const t = useWebMessages()
  const format = useFormat()
  const practitioners = format.list(practitionerNames(place))
  const clients = format.list(clientNames(place))
  return (
    <ToggleGroup
      label={t('review.readers')}
      choices={[
        { id: 'practitioner', label: t('review.readers.practitioner', { names: practitioners }) },
        { id: 'client', label: t('review.readers.client', { names: clients }) },
      ]}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
