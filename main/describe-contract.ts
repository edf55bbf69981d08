import { z } from 'zod';
import { channelNames, contract } from '../shared/contract/contract.ts';

/** Every channel with who may call it and the JSON Schema (2020-12) of its input and output. */
export function describeContract() {
  return {
    channels: channelNames.map((name) => {
      const { access, effect, input, output } = contract[name];
      return {
        channel: name,
        access,
        effect,
        input: jsonSchema(input, 'input'),
        output: jsonSchema(output, 'output'),
      };
    }),
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  // Round-tripped so that only JSON remains: zod attaches helpers to the object it returns.
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io }))));
}
