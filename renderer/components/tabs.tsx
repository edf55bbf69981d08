import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import './page.css';

/** Views of one list: due, upcoming, held. `count` behind the label where it helps. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: {
  label: string;
  tabs: readonly { value: Value; label: string; count?: string }[];
  value: Value;
  onChange(value: Value): void;
  /** The panel of the chosen tab. */
  children: ReactNode;
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const tab = tabs.find((each) => each.value === key);
        if (tab) onChange(tab.value);
      }}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={value} key={value} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
