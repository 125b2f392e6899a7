export default {"land":"ySmgBBIRGRKEVKH","labels":[]};
