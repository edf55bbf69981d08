import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Answer, RecordsEvent } from '../../../shared/contract/answer.ts';
import type { AshbookWindow } from '../../../shared/contract/window.ts';
import { callChannel, eventChannel } from './ipc-channels.ts';

// Runs in the sandbox before the page: the only thing the page can reach besides the web platform is made here. Calls cross as
// JSON text, so that the same values can cross as on the other hosts.
const api: AshbookWindow = {
  async call(channel, input) {
    const answer: Answer = JSON.parse(
      await ipcRenderer.invoke(callChannel, JSON.stringify({ channel, input })),
    );
    return answer;
  },
  on(listener) {
    const hear = (_event: IpcRendererEvent, message: RecordsEvent) => listener(message);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.off(eventChannel, hear);
    };
  },
  host: { name: 'electron' },
};

contextBridge.exposeInMainWorld('ashbook', api);
