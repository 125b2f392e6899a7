export default {"land":"ySmgBBIjBQEVKH","labels":[]};
