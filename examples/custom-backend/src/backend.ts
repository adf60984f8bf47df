/** A backend as somebody may have one: arrays, and functions that know nothing of Tessera. */
export interface Backend {
  readonly customers: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly mail: string; readonly name: string }[];
  /** Who works for whom, in the order in which they came. */
  seats: readonly Seat[];
}

/** What somebody may do for a customer. */
export type Right = 'boss' | 'staff';

export interface Seat {
  readonly customer: string;
  readonly person: string;
  readonly rights: readonly Right[];
  readonly blocked: boolean;
}

/** Three customers with a few people; Ada and Bo work for two of them. */
export function newBackend(): Backend {
  const seat = (customer: string, person: string, right: Right): Seat => ({
    customer,
    person,
    rights: [right],
    blocked: false,
  });
  return {
    customers: [
      { id: 'c1', title: 'Harbour Works' },
      { id: 'c2', title: 'Lime & Salt' },
      { id: 'c3', title: 'Northern Post' },
    ],
    people: [
      { id: 'p1', mail: 'ada@harbour.example', name: 'Ada Ahlgren' },
      { id: 'p2', mail: 'bo@harbour.example', name: 'Bo Berg' },
      { id: 'p3', mail: 'cleo@harbour.example', name: 'Cleo Costa' },
      { id: 'p4', mail: 'dag@harbour.example', name: 'Dag Dahl' },
      { id: 'p5', mail: 'eve@northern.example', name: 'Eve Engel' },
    ],
    seats: [
      seat('c1', 'p1', 'boss'),
      seat('c1', 'p2', 'staff'),
      seat('c1', 'p3', 'staff'),
      seat('c1', 'p4', 'staff'),
      seat('c2', 'p2', 'boss'),
      seat('c2', 'p1', 'staff'),
      seat('c3', 'p5', 'boss'),
    ],
  };
}
