export default {"land":"2kD6gEaQJOPGPFJNKlBKC","labels":[]};
