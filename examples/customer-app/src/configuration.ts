/** What the server that serves this application tells it. */
export interface Configuration {
  readonly issuer: string;
  readonly applications: readonly ApplicationChoice[];
}

export interface ApplicationChoice {
  readonly key: string;
  readonly name: string;
  readonly clientId: string;
  readonly purpose: string;
}

export async function readConfiguration(): Promise<Configuration> {
  const answer = await fetch('/configuration.json');
  if (!answer.ok) throw new Error('The application has no configuration.');
  return (await answer.json()) as Configuration;
}
