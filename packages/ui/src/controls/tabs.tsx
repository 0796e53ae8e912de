import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabItem {
  readonly id: string
  readonly label: string
  /** How many things are behind it. */
  readonly count?: number
  /** Makes the tab a way to an address of its own. */
  readonly href?: string
}

export interface TabsProps {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selected: string
  readonly onSelect?: (id: string) => void
  /** The chosen tab's panel. */
  readonly children: ReactNode
}

export function Tabs({ label, items, selected, onSelect, children }: TabsProps) {
  return (
    <AriaTabs className="ac-tabs" selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="ac-tablist">
        {items.map(({ id, label: words, count, href }) => (
          <Tab key={id} id={id} className="ac-tab" {...(href === undefined ? {} : { href })}>
            {words}
            {count !== undefined && <small className="ac-num">{count}</small>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className="ac-tabpanel">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
