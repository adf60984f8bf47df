const words = (text: string): readonly string[] => text.split(' ');

/** Names and words from which made-up people and organizations are put together. */
export const givenNames = words(
  'Adaeze Alma Anders Aylin Beatriz Bram Camille Daichi Elif Emil Farid Giulia Hana Ines Jonas Kaia Léa Liam Mei Mateo Nadia Oskar Priya Rafael Saoirse Sofía Tariq Uma Viktor Wanjiru Xin Yara Zoë Élise',
);
export const familyNames = words(
  'Almeida Bergström Castillo Dahl Eriksen Fontaine Gruber Hassan Ivanova Jensen Kowalski Lindqvist Moreau Nakamura Oduya Petrov Quinn Rossi Schäfer Tran Ueda Varga Weber Xu Yılmaz Zhang Ångström',
);
export const titles: readonly string[] = [
  'Travel Agent',
  'Team Lead',
  'Analyst',
  'Coordinator',
  'Accountant',
  'Specialist',
];
export const departments: readonly string[] = [
  'Front Office',
  'Finance',
  'Operations',
  'Partnerships',
  'Sales',
];
export const places = words(
  'Aurora Baltic Cedar Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Meridian Nordic Orchid Pacific Quarry Rowan Summit Tundra',
);
export const trades = words(
  'Airlines Bank Chemicals Energy Foods Freight Hotels Insurance Logistics Medical Motors Partners Shipping Steel Textiles',
);
export const products = words(
  'Atlas Beacon Compass Docket Engine Forecast Gauge Handbook Inbox Journal Kiosk Library Monitor Notes Orders Planner Quotes Register Schedule Timesheet',
);

/** The element of that number, beginning anew where the list ends. */
export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length]!;
}
