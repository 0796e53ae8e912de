import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components'
import { PersonIcon } from '@accord/ui/icons/person-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import type { Found } from './findables.js'

export interface FoundGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly Found[]
}

interface FinderListProps {
  readonly groups: readonly FoundGroup[]
  /** Said when there is nothing to choose from. */
  readonly empty: string
  readonly onOpen: (found: Found) => void
}

/** What was found, by kind; arrows choose, Enter opens. */
export function FinderList({ groups, empty, onOpen }: FinderListProps) {
  const t = useWebMessages()
  return (
    <ListBox
      className="web-finder-list"
      aria-label={t('finder.results')}
      items={groups}
      renderEmptyState={() => <p className="web-finder-empty">{empty}</p>}
      onAction={(key) => {
        const found = groups.flatMap(({ items }) => items).find((one) => one.address === key)
        if (found !== undefined) onOpen(found)
      }}
    >
      {(group) => (
        <ListBoxSection id={group.id}>
          <Header className="web-finder-group">{group.label}</Header>
          <Collection items={group.items}>{(found) => <FoundItem found={found} />}</Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function FoundItem({ found }: { readonly found: Found }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const day = format.relativeDay(new Date(found.at), now)
  return (
    <ListBoxItem className="web-finder-item" id={found.address} textValue={found.name}>
      {found.kind === 'client' ? <PersonIcon /> : <PenIcon />}
      <Text slot="label" className="web-finder-name" dir="auto">
        {found.name}
      </Text>
      <Text slot="description" className="ac-muted ac-small">
        {found.kind === 'goal'
          ? t('finder.goalOf', { name: found.belongsTo, day })
          : t(found.isClosed ? 'finder.closedClient' : 'finder.client', { day })}
      </Text>
    </ListBoxItem>
  )
}
