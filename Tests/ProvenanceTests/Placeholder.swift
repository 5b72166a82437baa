// Placeholder until this floor lands.
