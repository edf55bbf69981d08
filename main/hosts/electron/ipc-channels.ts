/** The two ways a message goes between the preload script and the host. */
export const callChannel = 'ashbook:call';
export const eventChannel = 'ashbook:event';
