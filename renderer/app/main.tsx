import './typefaces.ts';
import '../components/tokens.css';
import '../components/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { listenToRecords, queryClient } from './call.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

listenToRecords();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
