/** A person who was found by name: enough to say who is meant, and no more. */
export interface PickedPerson {
  personId: string;
  name: string;
}
